/** One thing that is wrong, inside a {@link Problem}. */
export interface ProblemItem {
  code: string
  pointer?: string
  message: string
  file?: string
  line?: number
}

/** The body of every answer that is not a success (RFC 9457, with the fields of our contract). */
export interface ProblemBody {
  status?: number
  code?: string
  title?: string
  detail?: string
  fix?: string
  docs?: string
  errors?: ProblemItem[]
}

/** Thrown by {@link request}; carries what the server said so that a page can show all of it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`)
  }

  get code(): string {
    return this.body.code ?? (this.status === 0 ? 'unreachable' : `http-${this.status}`)
  }
}

/** Turns anything that was thrown into a problem; a failed fetch has status 0. */
export function asProblem(cause: unknown): Problem {
  if (cause instanceof Problem) return cause
  return new Problem(0, { code: 'unreachable', detail: cause instanceof Error ? cause.message : String(cause) })
}
