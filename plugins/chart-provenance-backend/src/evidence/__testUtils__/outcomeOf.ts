/** What a parser makes of bytes; a refusal is `undefined`, and anything else that is thrown is thrown on. */
export function outcomeOf(
  parse: (bytes: Uint8Array) => unknown,
  bytes: Uint8Array,
): unknown {
  try {
    return parse(bytes);
  } catch (error) {
    expect(error).toMatchObject({
      name: 'EvidenceError',
      code: expect.stringMatching(/^[a-z-]+$/),
    });
    return undefined;
  }
}
