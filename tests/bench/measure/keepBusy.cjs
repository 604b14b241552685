/**
 * Keeps a verifier busy with the questions, over and over, until `enough` says so; so many are under way at a time.
 *
 * @returns how many were answered
 */
exports.keepBusy = async (verifier, questions, atATime, enough) => {
  let asked = 0;
  let answered = 0;
  const work = async () => {
    while (!enough(asked)) {
      const question = questions[asked % questions.length];
      asked += 1;
      await verifier.verify(question);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return answered;
};
