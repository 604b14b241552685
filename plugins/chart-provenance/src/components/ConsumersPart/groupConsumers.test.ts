import { consumerRow, manyConsumers } from '../../__fixtures__';
import { filterConsumers } from '../../hooks/filterConsumers';
import { groupConsumers } from './groupConsumers';

const row = (id: string, environment: string | null, owner: string | null) =>
  consumerRow({ id, environment, owner });

it('puts the important environment first, and nobody last', () => {
  const lines = groupConsumers(
    [
      row('1', null, 'group:default/a'),
      row('2', 'staging', null),
      row('3', 'gone', 'group:default/a'),
      row('4', 'production', 'group:default/b'),
      row('5', 'production', null),
      row('6', 'production', 'group:default/a'),
      row('7', 'staging', 'group:default/a'),
    ],
    ['production', 'staging'],
  );
  expect(
    lines.map(line => {
      switch (line.kind) {
        case 'environment':
          return `# ${line.name} ${line.count}`;
        case 'owner':
          return `## ${line.owner} ${line.count}`;
        default:
          return `${line.index} ${line.row.id}`;
      }
    }),
  ).toEqual([
    '# production 3',
    '## group:default/a 1',
    '0 6',
    '## group:default/b 1',
    '1 4',
    '## null 1',
    '2 5',
    '# staging 2',
    '## group:default/a 1',
    '3 7',
    '## null 1',
    '4 2',
    '# gone 1',
    '## group:default/a 1',
    '5 3',
    '# null 1',
    '## group:default/a 1',
    '6 1',
  ]);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

it('filters and groups 2,000 consumers between two strokes of a key', () => {
  const rows = manyConsumers(2_000);
  const started = performance.now();
  const filter = { environment: null, pin: null, from: null, runs: null };
  for (let stroke = 1; stroke <= 20; stroke++) {
    groupConsumers(filterConsumers(rows, { ...filter, text: 'team-1' }), [
      'production',
    ]);
  }
  // A tenth of that is usual; what is quadratic takes minutes.
  expect((performance.now() - started) / 20).toBeLessThan(250);
});
