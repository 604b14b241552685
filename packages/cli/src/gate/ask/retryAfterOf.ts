/** Seconds of the header `Retry-After`, which is a number or a date; null when it is neither. */
export function retryAfterOf(headers: Pick<Headers, 'get'>): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) {
    return Number(text);
  }
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : NaN;
  const from = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) || Number.isNaN(from)
    ? null
    : Math.max(0, Math.ceil((at - from) / 1000));
}
