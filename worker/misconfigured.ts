/** What the operator has set makes no sense: one sentence, which names the variable and holds nothing secret. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured'
}
