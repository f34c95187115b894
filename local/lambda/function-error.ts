/** A function threw, ended or took too long; the cause says which. */
export class FunctionError extends Error {
  readonly functionName: string

  constructor(functionName: string, cause: Error) {
    super(`${functionName}: ${cause.message}`, { cause })
    this.name = 'FunctionError'
    this.functionName = functionName
  }
}
