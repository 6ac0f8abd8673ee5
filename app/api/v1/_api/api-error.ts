/** What the interface answers when it does not do what was asked. Its message is a sentence for whoever reads the log of the caller. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: { readonly field?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** 400: the request is not what this operation takes. `field` names the part at fault. */
export function malformed(message: string, field?: string): ApiError {
  return new ApiError(400, 'malformed', message, field ? { field } : {});
}
