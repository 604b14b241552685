/** Text of a file: UTF-8, or UTF-16 where a mark says so, as some shells on Windows write it and tools deploy it. */
export function textOfBlob(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const encoding = mark === 'fffe' ? 'utf-16le' : 'utf-16be';
    return new TextDecoder(encoding).decode(content);
  }
  return content.toString('utf8');
}
