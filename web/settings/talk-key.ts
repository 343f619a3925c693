import * as v from 'valibot'

/** A key of the keyboard: where it is (W3C uievents-code), and what is printed on it. */
export const TalkKey = v.object({
  code: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,32}$/)),
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(32)),
})
export type TalkKey = v.InferOutput<typeof TalkKey>

export const SPACE_BAR: TalkKey = { code: 'Space', label: 'Space' }

const FUNCTION_KEY = /^F\d{1,2}$/

/** Whether the key writes nothing, so that it can serve while one writes. */
export const isFunctionKey = ({ code }: TalkKey): boolean => FUNCTION_KEY.test(code)
