/** A frame that says at its beginning which request it answers, and of which kind. */
export interface AnswerHead {
  readonly type: 'answer' | 'checked'
  readonly id: number
}

const ANSWER_HEAD = /^\{"type":"(answer|checked)","id":(\d{1,16}),/

/**
 * Which request a node's frame answers, by its first letters alone; null where they do not say so. Whether anybody waits
 * for it, and how long it may be, is known before it is read.
 */
export function answerHead(text: string): AnswerHead | null {
  const found = ANSWER_HEAD.exec(text)
  if (!found) return null
  return { type: found[1] === 'answer' ? 'answer' : 'checked', id: Number(found[2]) }
}
