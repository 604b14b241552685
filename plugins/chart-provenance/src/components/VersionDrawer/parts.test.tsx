import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  digestOf,
  evidenceRow,
  FakeChartProvenance,
  keylessSigner,
  provenanceDigest,
  rejectedVerdict,
  signatureDigest,
  verifiedVerdict,
  versionDetail,
  versionRow,
  x509Signer,
} from '../../__fixtures__';
import { openDrawer } from '../../__testUtils__';

const [met] = verifiedVerdict.requirements;

describe('the parts of the drawer', () => {
  let api: FakeChartProvenance;

  beforeEach(() => {
    api = new FakeChartProvenance();
  });

  const part = (name: string) => screen.findByRole('region', { name });
  const open = async (search = '') => {
    const view = await openDrawer(api, { search });
    await part('Verdict');
    return view;
  };
  const show = (changes: Parameters<typeof versionDetail>[1]) => {
    api.detail = () => versionDetail(versionRow(), changes);
  };

  it('leads from a requirement to the evidence that met it, by keyboard', async () => {
    const view = await open();
    const verdict = await part('Verdict');
    expect(verdict).toHaveTextContent(
      'by Signature 1b59…1b59, made by acme/payments · release.yml',
    );
    within(verdict).getByRole('link', { name: 'Signature' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(view.address()).toBe(
      `/tab?part=evidence&evidence=${encodeURIComponent(signatureDigest)}`,
    );
    const entry = document.activeElement;
    expect(entry).toHaveTextContent(/^Signature1b59|^Signature 1b59/);
    expect(entry).toHaveAttribute('aria-current', 'true');
    expect(await part('Evidence')).toContainElement(
      document.activeElement instanceof HTMLElement
        ? document.activeElement
        : null,
    );
  });

  it('leads from a reason to the evidence that told it, and links nothing that is not listed', async () => {
    const [reason] = rejectedVerdict.requirements[0].reasons;
    const strange = { ...reason, message: 'Gone.', evidence: digestOf(1) };
    show({
      verdict: {
        ...rejectedVerdict,
        requirements: [
          { ...met, result: 'failed', metBy: [], reasons: [reason, strange] },
        ],
      },
    });
    await open();
    const links = within(await part('Verdict')).getAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual(['Signature']);
    expect(await part('Verdict')).toHaveTextContent('shown by evidence 0001');
  });

  it('says nothing twice: neither a reason, nor that every requirement is met', async () => {
    const [requirement] = rejectedVerdict.requirements;
    show({
      verdict: {
        ...rejectedVerdict,
        requirements: [requirement, { ...requirement, id: 'again' }],
      },
    });
    const view = await open();
    const rejected = (await part('Verdict')).textContent;
    expect(rejected?.match(/Signed by acme\/tools/g)).toHaveLength(1);
    expect(rejected).toContain('wrong identity, as said above');
    view.unmount();
    show({ verdict: verifiedVerdict });
    await open();
    expect(await part('Verdict')).not.toHaveTextContent(
      'Policy acme-release is met',
    );
  });

  it.each([
    ['for a workflow to run', ['subjectPattern: https://…'], true],
    ['nothing where a key is asked for', undefined, false],
  ])(
    'has for an unsigned version a command: %s',
    async (_case, asks, shown) => {
      show({
        verdict: {
          ...rejectedVerdict,
          status: 'unsigned',
          requirements: [{ ...met, asks, result: 'failed', metBy: [] }],
        },
      });
      await open();
      const verdict = await part('Verdict');
      const command =
        /cosign sign --yes ghcr\.io\/acme\/charts\/payments@sha256:/;
      expect(command.test(verdict.textContent ?? '')).toBe(shown);
    },
  );

  it('opens where the address leads, and each part can be gone to by keyboard', async () => {
    const view = await open(`?part=evidence&evidence=${provenanceDigest}`);
    expect(document.activeElement).toHaveTextContent(/^SLSA provenance/);
    const nav = screen.getByRole('navigation', {
      name: 'Parts of this version',
    });
    expect(
      within(nav)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual([
      'Verdict',
      'Signer',
      'SBOM212',
      'Provenance',
      'Contents',
      'History',
      'Evidence2',
      'Check it yourself',
    ]);
    within(nav).getByText('Contents').focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(await part('Contents'));
    expect(view.address()).toBe('/tab?part=contents');
  });

  it('folds what is met when it is much, and never what is not', async () => {
    const many = Array.from({ length: 7 }, (_, index) => ({
      ...met,
      id: `met-${index}`,
      policy: undefined,
    }));
    show({
      verdict: {
        ...verifiedVerdict,
        requirements: [...many, rejectedVerdict.requirements[0]],
      },
    });
    await open();
    const verdict = await part('Verdict');
    const fold = within(verdict).getByText('7 requirements met');
    const folded = fold.closest('details');
    expect(folded).not.toHaveAttribute('open');
    expect(folded).toHaveTextContent('(holds for every chart)');
    expect(within(verdict).getByText('Not met').closest('details')).toBeNull();
    await userEvent.click(fold);
    expect(folded).toHaveAttribute('open');
  });

  it('has one line for all the roots and keys that have nothing to say of a signature, after what was proven', async () => {
    const [proven] = evidenceRow().verifications;
    const foreign = (trust: string, code: 'untrusted-key' | 'untrusted-root') =>
      ({ evidence: signatureDigest, trust, outcome: 'failed', code } as const);
    show({
      evidence: [
        evidenceRow({
          verifications: [
            foreign('key:one', 'untrusted-key'),
            foreign('root:two', 'untrusted-root'),
            proven,
          ],
        }),
      ],
    });
    await open();
    const lines = within(await part('Evidence'))
      .getAllByRole('listitem')
      .map(item => item.textContent)
      .slice(1);
    expect(lines).toEqual([
      expect.stringMatching(/^Proven under/),
      'Not made under key one, trust root two',
    ]);
  });

  it('tells the ids and log entries that a certificate and a log prove', async () => {
    const leaf = 'ef'.repeat(32);
    const signer = {
      ...keylessSigner,
      sourceRepositoryId: '4711',
      sourceOwner: 'https://github.com/acme',
      sourceOwnerId: '42',
      sourceVisibility: 'private',
      runnerEnvironment: 'github-hosted',
    };
    show({
      verdict: { ...verifiedVerdict, signer },
      evidence: [
        evidenceRow({
          verifications: [
            {
              ...evidenceRow().verifications[0],
              signer,
              logEntries: [leaf],
            },
          ],
        }),
      ],
    });
    await open();
    const signed = await part('Signer');
    for (const words of [
      'Repository id4711',
      'Ownerhttps://github.com/acme',
      'Owner id42',
      'Visibilityprivate',
      'Runnergithub-hosted',
      'Log entriesleaf hash efef…efef',
    ]) {
      expect(signed).toHaveTextContent(words);
    }
    within(signed).getByLabelText(`Copy leaf hash ${leaf}`);
    // Which log it is in is not told, so no log's page is guessed.
    expect(signed.innerHTML).not.toContain('search.sigstore.dev');
  });

  it('says of a Notation signature what was not checked, and never calls it proven', async () => {
    show({
      verdict: { ...rejectedVerdict, signer: x509Signer },
      evidence: [
        evidenceRow({
          format: 'notation',
          predicateType: undefined,
          artifactType: 'application/vnd.cncf.notary.signature',
          verifications: [
            {
              evidence: signatureDigest,
              trust: 'store:acme-ca',
              outcome: 'proven',
              signer: x509Signer,
              gaps: ['revocation', 'timestamp'],
            },
          ],
        }),
        evidenceRow({ digest: digestOf(2), format: 'sigstore-bundle-v0.1' }),
        evidenceRow({ digest: digestOf(3), format: 'sigstore-bundle-v0.2' }),
        evidenceRow({
          digest: digestOf(4),
          kind: 'unknown',
          format: 'unknown',
          predicateType: undefined,
          mediaType: 'application/x-other',
          verifications: [],
        }),
      ],
    });
    await open();
    const signed = await part('Signer');
    expect(signed).toHaveTextContent('CertificateCN=release,O=Acme,C=DE');
    expect(signed).toHaveTextContent('Certificate storeacme-ca');
    const [notation, first, second, unknown] = within(await part('Evidence'))
      .getAllByRole('listitem')
      .filter(item => item.textContent?.includes('first seen'));
    expect(notation).toHaveTextContent(
      /Notation · .*artifact type application\/vnd\.cncf\.notary\.signature/,
    );
    expect(notation).toHaveTextContent(
      /The signature holds under certificate store acme-ca, by certificate CN=release.*; revocation and timestamp are not checked, so it is not called verified/,
    );
    expect(notation).not.toHaveTextContent('Proven');
    expect(first).toHaveTextContent('Sigstore bundle v0.1');
    expect(second).toHaveTextContent('Sigstore bundle v0.2');
    expect(unknown).toHaveTextContent(
      /Unrecognised attachment.*unknown format · application\/x-other.*Nothing in it is signed/,
    );
  });
});
