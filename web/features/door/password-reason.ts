import type { ErrorCode } from '../../../protocol/errors.ts'

/** Why one is asked for a password, rather than sent away. */
const PASSWORD_REASONS = ['password-required', 'wrong-password', 'too-many-tries'] as const
export type PasswordReason = (typeof PASSWORD_REASONS)[number]

/** The refusal, if a password may undo it: too many tries are those of a password only where one was `typed`. */
export const passwordReasonOf = (refusal: ErrorCode | null, typed: boolean): PasswordReason | null =>
  PASSWORD_REASONS.find((reason) => reason === refusal && (typed || reason !== 'too-many-tries')) ?? null
