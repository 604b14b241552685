import { RequirementResult } from 'backstage-plugin-chart-provenance-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answer,
  digestOf,
  evidenceRow,
  FakeChartProvenance,
  keylessSigner,
  rejectedRow,
  rejectedVerdict,
  signatureDigest,
  verifiedVerdict,
  versionDetail,
  versionRow,
} from '../../__fixtures__';
import { openDrawer } from '../../__testUtils__';
import { republishesOf } from '../../format/republishes';
import { saveBlob } from '../atoms/saveBlob';

jest.mock('../atoms/saveBlob', () => ({ saveBlob: jest.fn() }));

const HOSTILE = [
  '<img src=x onerror="window.hacked=1">',
  // eslint-disable-next-line no-script-url
  'javascript:window.hacked=1',
  '\u202Edetcejer',
];

async function open(api: FakeChartProvenance, digest = digestOf(182)) {
  await openDrawer(api, { digest });
  return screen.findByRole('dialog');
}

/** Links that lead out of this page. */
const outwardLinks = (drawer: HTMLElement) =>
  [...drawer.querySelectorAll('a')]
    .map(link => link.getAttribute('href') ?? '')
    .filter(href => !/^\/(tab\?|catalog\/)/.test(href));

const part = (name: string) => screen.findByRole('region', { name });

describe('VersionDrawer', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  it('shows the requirements with the evidence that met them', async () => {
    await open(api);
    const verdict = await part('Verdict');
    expect(verdict).toHaveTextContent('Met: Signed by acme/payments');
    expect(verdict).toHaveTextContent('by Signature');
    within(verdict).getByText(
      'subjectPattern: https://github\\.com/acme/payments/.+',
    );
    expect(within(verdict).getByTitle(signatureDigest)).toBeInTheDocument();
    expect(verdict).toHaveTextContent('Policy acme-release. Judged 2 min ago.');
  });

  it('says why a requirement is not met, and what to do', async () => {
    await open(api, rejectedRow.digest);
    const verdict = await part('Verdict');
    expect(verdict).toHaveTextContent('Not met: Signed by acme/payments');
    expect(verdict).toHaveTextContent(
      'wrong identity: Signed by acme/tools, the policy asks for acme/payments.',
    );
    expect(verdict).toHaveTextContent(
      'What to do: Publish the chart from the workflow or account',
    );
    expect(verdict).toHaveTextContent('Undecided: An SBOM is attested');
    expect(verdict).toHaveTextContent('Last verified 1 hour ago');
    // Told once, by the requirement it belongs to.
    expect(verdict.textContent?.match(/wrong identity:/g)).toHaveLength(1);
  });

  it('puts what is in the way first, and gives the same advice once', async () => {
    const [signature] = rejectedVerdict.requirements;
    const requirements = [
      { ...signature, id: 'distrust', title: 'A', result: 'met', reasons: [] },
      { ...signature, title: 'B' },
      { ...signature, id: 'source', title: 'C' },
    ] satisfies RequirementResult[];
    api.detail = () =>
      versionDetail(rejectedRow, {
        verdict: { ...rejectedVerdict, requirements },
      });
    await open(api);
    const verdict = await part('Verdict');
    const items = within(verdict).getAllByRole('listitem');
    expect(items.map(item => item.textContent?.split('(')[0])).toEqual([
      'Not met: B ',
      'Not met: C ',
      'Met: A ',
    ]);
    expect(within(verdict).getAllByText(/What to do: Publish/)).toHaveLength(1);
  });

  it('says first that the chart changed under its version, from either side', async () => {
    await open(api);
    const notice = await screen.findByText(/pointed at another chart/);
    expect(notice).toHaveTextContent(
      'The tag stable pointed at another chart, b07d…b07d until 2 days ago.',
    );
    const [{ tag, observations }] = versionDetail().tags;
    const [now, before] = observations;
    expect(
      republishesOf(before.digest, [{ tag, observations }]).map(
        ({ way, other }) => [way, other],
      ),
    ).toEqual([['left', now.digest]]);
    expect(
      republishesOf(now.digest, [
        { tag, observations: [{ ...now, change: 'forward' }, before] },
      ]),
    ).toEqual([]);
  });

  it('says of a provenance file what it proves, and who vouches for the name in its key', async () => {
    const signer = {
      kind: 'pgp' as const,
      keyring: 'edge-team',
      fingerprint: 'ab'.repeat(20),
      keyId: 'ab'.repeat(8),
      userId: 'The CEO <ceo@acme.dev>',
    };
    const proof = {
      evidence: signatureDigest,
      trust: 'keyring:edge-team',
      outcome: 'proven' as const,
      signer,
      verifiedTimes: [],
    };
    api.detail = () =>
      versionDetail(versionRow(), {
        verdict: { ...verifiedVerdict, signer },
        evidence: [
          evidenceRow({ kind: 'provenance-file', verifications: [proof] }),
        ],
      });
    await open(api);
    const signed = await part('Signer');
    expect(signed).toHaveTextContent(
      'the chart archive, by a Helm provenance file',
    );
    expect(signed).toHaveTextContent('Calls itselfThe CEO <ceo@acme.dev>');
    expect(signed).not.toHaveTextContent('Proven times');
    expect(await part('Evidence')).toHaveTextContent(
      'Proven under keyring edge-team, by PGP key abababababababab of keyring edge-team',
    );
  });

  it('names the signer, and links its commit and its run', async () => {
    await open(api);
    const signer = await part('Signer');
    expect(signer).toHaveTextContent(keylessSigner.subject);
    expect(signer).toHaveTextContent(keylessSigner.issuer);
    const links = within(signer).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      `https://github.com/acme/payments/commit/${keylessSigner.sourceDigest}`,
      keylessSigner.runInvocation,
    ]);
    expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  });

  it('lists the evidence with its outcome under each root, and saves its bytes', async () => {
    const gone = evidenceRow({
      digest: digestOf(7009),
      kind: 'unknown',
      predicateType: undefined,
      present: false,
      downloadable: false,
      verifications: [],
      problem: { code: 'unsupported-format', message: 'Not a bundle.' },
    });
    api.detail = () =>
      versionDetail(versionRow(), { evidence: [evidenceRow(), gone] });
    await open(api);
    const evidence = await part('Evidence');
    const [signature, unknown] = within(evidence)
      .getAllByRole('listitem')
      .filter(item => item.textContent?.includes('first seen'));
    expect(signature).toHaveTextContent('Proven under trust root public-good');
    expect(signature).toHaveTextContent('Not made under trust root internal');
    expect(signature).toHaveTextContent('4.1 KiB');
    expect(unknown).toHaveTextContent('No longer in the registry');
    expect(unknown).toHaveTextContent('Could not be decoded: Not a bundle.');
    await userEvent.click(within(evidence).getByText('Download raw'));
    await waitFor(() =>
      expect(saveBlob).toHaveBeenCalledWith(
        expect.any(Blob),
        `evidence-${signatureDigest.replace(':', '-')}.bin`,
      ),
    );
    api.evidence = answer(404);
    await userEvent.click(within(evidence).getByText('Download raw'));
    await screen.findByText(/raw bytes of this evidence are not kept/);
  });

  it('tells the history of a tag in words, and how to check it', async () => {
    await open(api);
    const history = await part('History of its tags');
    const [now, before] = within(history).getAllByRole('listitem');
    expect(now).toHaveTextContent('stable points at 00b6…00b6');
    expect(now).toHaveTextContent('(1.8.2), first seen there 2 days ago');
    expect(before).toHaveTextContent(
      '(1.8.1) until 2 days ago; the chart itself changed',
    );
    const commands = await part('Check it yourself');
    expect(commands).toHaveTextContent(
      'cosign verify ghcr.io/acme/charts/payments@sha256:',
    );
    expect(commands).toHaveTextContent(
      'There is no command for another-key, an Ed25519 key',
    );
  });

  it.each([
    [400, 'This link does not name this version'],
    [404, 'The chart index does not know this version'],
    [500, 'The backend failed on this version (500)'],
  ])('is not blank on %d', async (status, title) => {
    api.detail = () => answer(status);
    const drawer = await open(api);
    await within(drawer).findByText(title);
    expect(within(drawer).getByText('What to do:')).toBeInTheDocument();
  });

  it.each(HOSTILE)('keeps a stranger’s text inert: %s', async hostile => {
    const signer = {
      ...keylessSigner,
      subject: hostile,
      sourceRepository: hostile,
      runInvocation: hostile,
    };
    api.detail = () =>
      versionDetail(
        versionRow({ version: hostile, tags: [{ tag: hostile, moves: 0 }] }),
        {
          verdict: { ...verifiedVerdict, signer },
          evidence: [evidenceRow()],
          chart: {
            description: hostile,
            home: hostile,
            sources: [hostile],
            maintainers: [{ name: hostile, email: hostile, url: hostile }],
            keywords: [hostile],
            dependencies: [
              { name: hostile, version: hostile, repository: hostile },
            ],
            kubeVersion: hostile,
            deprecated: true,
          },
          contents: {
            dependencies: [
              {
                name: hostile,
                version: hostile,
                repository: hostile,
                known: {
                  chartId: hostile,
                  digest: null,
                  entityRef: hostile,
                  status: null,
                },
              },
            ],
            images: [{ reference: hostile, digest: null, from: 'annotation' }],
            sbom: null,
            cut: true,
          },
        },
      );
    const drawer = await open(api);
    const chart = await part('Contents');
    expect(chart).toHaveTextContent(hostile.trim());
    expect(drawer.querySelector('img, script, iframe')).toBeNull();
    expect(outwardLinks(drawer)).toEqual([]);
    // Text that turns the writing direction around cannot reach beyond its own box.
    for (const node of within(chart).getAllByText(hostile)) {
      expect(node.closest('bdi')).not.toBeNull();
    }
  });
});
