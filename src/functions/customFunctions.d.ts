/** The part of the custom functions runtime we use; office.js brings it in a shared runtime, its type package does not. */
declare namespace CustomFunctions {
  function associate(id: string, implementation: (...args: never[]) => unknown): void;

  class Error {
    constructor(code: ErrorCode, message?: string);
    readonly code: ErrorCode;
    readonly message?: string;
  }

  const ErrorCode: { readonly invalidValue: ErrorCode; readonly notAvailable: ErrorCode };
  type ErrorCode = '#VALUE!' | '#N/A';
}
