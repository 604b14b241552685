/**
 * A sentence as its own piece of text. What stands between backticks is what somebody types, and looks like it.
 *
 * @internal
 */
export const Sentence = ({ text }: { text: string }) => {
  const pieces = text.split('`');
  // An odd one has no other: then it is only a character.
  const paired = pieces.length % 2 === 1;
  return (
    <bdi>
      {paired
        ? pieces.map((piece, index) =>
            index % 2 === 1 ? <code key={index}>{piece}</code> : piece,
          )
        : text}
    </bdi>
  );
};
