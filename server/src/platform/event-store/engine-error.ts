/** An error in ClickHouse's own words: its number and the text that clients parse. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: number;

  constructor(code: number, message: string) {
    super(`Code: ${code}. DB::Exception: ${message}`);
    this.code = code;
  }
}
