/** The errors Excel answers, with its own codes and (English) messages. */
export const MESSAGES = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: 'The requested feature is not implemented.',
  RequestAborted: 'The request was aborted during run time.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  Timeout: 'The operation has timed out.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
} as const;

export type ErrorCode = keyof typeof MESSAGES;

const HTTP_STATUS: Partial<Record<ErrorCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  ItemNotFound: 404,
  ItemAlreadyExists: 409,
  GeneralException: 500,
  NotImplemented: 501,
  RequestPayloadSizeLimitExceeded: 413,
  Timeout: 504,
};

/** What Excel says of an array that does not fit the range it is written to. */
export const WRONG_DIMENSIONS =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** An answer of the host that is an error. `detail` is for whoever reads the test's output; Excel's own message comes first. */
export class HostError extends Error {
  readonly code: ErrorCode;
  readonly httpStatus: number;
  constructor(code: ErrorCode, detail = '') {
    super(detail === '' ? MESSAGES[code] : `${MESSAGES[code]} (${detail})`);
    this.code = code;
    this.httpStatus = HTTP_STATUS[code] ?? 400;
  }
}

export const invalidArgument = (detail: string): HostError => new HostError('InvalidArgument', detail);
export const itemNotFound = (detail: string): HostError => new HostError('ItemNotFound', detail);
/** A part of Excel the stand-in does not have: loud, so that no test passes on a guess. */
export const notImplemented = (detail: string): HostError =>
  new HostError('NotImplemented', `the stand-in has no ${detail}`);
