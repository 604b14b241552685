import MarkdownIt from 'markdown-it';
import { MigrationState } from '../../api/migrationTypes';
import { migrationState } from '../migrationState';
import {
  consumer,
  digest,
  factsOf,
  legacyConsumer,
  legacyFacts,
  legacyVersion,
  plan,
  published,
  signOff,
} from '../testing/facts';
import { FRAGMENTS, hostileTexts } from '../testing/hostileTexts';
import { migrationMarkdown } from './migrationMarkdown';

/** Reads what GitHub reads, HTML and bare addresses included; it takes bare names such as `a.dev` for none. */
const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyLink: false });

/** Something of everything a page can show. */
const STATE = migrationState(
  factsOf({
    versions: [published('1.8.2'), published('1.8.1'), published('1.7.0')],
    legacy: legacyFacts({
      versions: [
        legacyVersion('1.8.2', { digest: digest('e') }),
        legacyVersion('1.8.1'),
        legacyVersion('1.7.0', {
          present: false,
          vanishedAt: '2026-11-01T00:00:00Z',
        }),
      ],
      problem: null,
    }),
    consumers: [
      consumer('a', { pin: 'range' }),
      ...Array.from({ length: 22 }, (_, n) => legacyConsumer(`b${n}`, '1.7.0')),
    ],
    plan: plan({
      cutOverOn: '2026-11-01',
      note: 'Soon.',
      supportedSince: '2026-01-01',
    }),
    reached: { cutOver: '2026-10-01T00:00:00Z' },
    signOffs: [
      signOff({ note: 'Done.', expiresOn: '2027-01-01' }),
      signOff({ checkId: 'pull-credentials', note: 'Done.', result: 'open' }),
    ],
  }),
  { signOff: true, plan: true },
);

/** Texts that we choose from; all others were written by somebody, or come from what was. */
const OURS = [
  'phase',
  'state',
  'status',
  'group',
  'responsible',
  'scope',
  'code',
  'result',
  'id',
];

function withText<T>(value: T, text: string): T;
function withText(value: unknown, text: string): unknown {
  if (typeof value === 'string') {
    return text;
  }
  if (Array.isArray(value)) {
    return value.map(one => withText(one, text));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        OURS.includes(key) && typeof one === 'string'
          ? one
          : withText(one, text),
      ]),
    );
  }
  return value;
}

/** Blocks and marks, without what stands in them. */
function structure(markdown: string): string[] {
  return reader
    .parse(markdown, {})
    .flatMap(({ type, tag, level, children }) => [
      `${level} ${type} ${tag}`,
      ...(children ?? [])
        .filter(
          one => !['text', 'text_special', 'code_inline'].includes(one.type),
        )
        .map(one => `- ${one.type} ${one.tag}`),
    ]);
}

/** What stands outside of code. */
function prose(markdown: string): string {
  return reader
    .parse(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type.startsWith('text'))
    .map(({ content }) => content)
    .join('\n');
}

describe('migrationMarkdown', () => {
  const benign = structure(migrationMarkdown(withText(STATE, 'x'), 'x'));

  it('has everything that is on the page', () => {
    const markdown = migrationMarkdown(STATE, 'payments');
    const shown = reader
      .parse(markdown, {})
      .map(({ children }) => children?.map(({ content }) => content).join(''))
      .join('\n')
      .replaceAll('\u2060', '');
    const { checks, manual, rollback, alarms, because, nextStep, parity } =
      STATE;
    for (const text of [
      because,
      nextStep?.text ?? '',
      ...alarms.flatMap(one => [one.message, one.fix]),
      ...checks.flatMap(one => [one.claim, one.why, one.message]),
      ...manual.map(one => one.claim),
      rollback.summary,
      ...rollback.steps,
    ]) {
      expect(shown.replaceAll('\n', '')).toContain(text);
    }
    for (const text of [
      ...rollback.commands.map(({ command }) => command),
      ...(parity?.rows.map(({ version }) => version) ?? []),
    ]) {
      expect(markdown).toContain(text);
    }
    expect(markdown).toMatch(/^# Migration of payments\n\n[\s\S]+[^\n]\n$/);
    expect(benign.filter(line => line.includes('heading_open'))).toHaveLength(
      9,
    );
    expect(benign.filter(line => line.includes('table_open'))).toHaveLength(2);
  });

  it('keeps whatever others wrote as text, wherever it stands', () => {
    for (const text of [
      ...FRAGMENTS.map(one => `${one}x`),
      ...hostileTexts(200),
    ]) {
      const markdown = migrationMarkdown(withText(STATE, text), text);
      const found = structure(markdown);
      if (found.join('\n') !== benign.join('\n')) {
        throw new Error(`${JSON.stringify(text)} changes the structure`);
      }
      expect(prose(markdown)).not.toMatch(
        /@\w|\b(https?|ftp|mailto):|(?<!:)\/\/|#\d|\bwww\.|(?![\u2060\n])[\p{C}\p{Zl}]/iu,
      );
    }
  });

  it('is bounded, whatever it is given', () => {
    const rows = Array.from(
      { length: 1_000 },
      () => STATE.parity?.rows ?? [],
    ).flat();
    const long = withText<MigrationState>(
      {
        ...STATE,
        parity: STATE.parity && { ...STATE.parity, rows: rows.slice(0, 1_000) },
      },
      '<'.repeat(20_000),
    );
    const { rollback } = STATE;
    expect(
      migrationMarkdown({ ...long, rollback }, 'a'.repeat(10_000)).length,
    ).toBeLessThan(4_000_000);
  });

  it('says nothing of parity and phases where there are none', () => {
    const state = migrationState(factsOf({ legacy: null }), {
      signOff: false,
      plan: false,
    });
    const markdown = migrationMarkdown(state, 'payments');
    expect(markdown).not.toMatch(/^## (Parity|Phases)/m);
    expect(markdown).toContain('Phase: **No legacy repository**');
  });
});
