const WORDS = {
  caught: 'caught',
  survived: '**SURVIVED**',
  broken: '**could not be run**',
  undefined: '**not tried as it is now**',
};

/**
 * The generated part of docs/mutations.md.
 *
 * @param outcomeOf - what came of a mutation as it is in the list now.
 */
export function tableOf(mutations, outcomeOf) {
  const rows = mutations.map(mutation => {
    const { id, file, protects, tests, core } = mutation;
    return [
      `\`${id}\`${core ? ' •' : ''}`,
      protects,
      `\`${shorten(file)}\``,
      tests.map(test => `\`${shorten(test)}\``).join(', '),
      WORDS[outcomeOf(mutation)],
    ];
  });
  const caught = rows.filter(row => row.at(-1) === WORDS.caught).length;
  return [
    `${rows.length} steps removed one at a time: ${caught} caught, ${
      rows.length - caught
    } not.`,
    '',
    '| Step | Without it | Where | Test that fails | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(row => `| ${row.map(escape).join(' | ')} |`),
    '',
  ].join('\n');
}

function shorten(path) {
  return path
    .replace('plugins/chart-provenance-backend/src/', '')
    .replace('plugins/chart-provenance-common/src/', 'common/')
    .replace('packages/', '')
    .replace('/src/', '/');
}

function escape(text) {
  return text.replaceAll('|', '\\|');
}
