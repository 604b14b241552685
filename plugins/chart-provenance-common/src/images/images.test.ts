import fc from 'fast-check';
import {
  chooseImages,
  ImageList,
  ImageSources,
  ManifestImages,
  readNamedImages,
  readValuesImages,
} from '.';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const brief = ({ items }: ImageList) =>
  items.map(({ name, tag, digest }) =>
    [name, tag && `:${tag}`, digest && `@${digest}`].join(''),
  );

function readAll(...documents: unknown[]): ImageList {
  const images = new ManifestImages();
  documents.forEach(document => images.add(document));
  return images.list();
}

const object = (apiVersion: string, kind: string, rest: object) => ({
  apiVersion,
  kind,
  metadata: { name: 'it' },
  ...rest,
});
const pod = (image: unknown) => ({ spec: { containers: [{ image }] } });

describe('images of rendered manifests', () => {
  it.each<[string, unknown, string[]]>([
    ['a Pod', object('v1', 'Pod', pod('a/b:1')), ['docker.io/a/b:1']],
    ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map(
      (kind): [string, unknown, string[]] => [
        `a ${kind}`,
        object('apps/v1', kind, { spec: { template: pod('a/b:1') } }),
        ['docker.io/a/b:1'],
      ],
    ),
    [
      'a Job',
      object('batch/v1', 'Job', { spec: { template: pod('a/b:1') } }),
      ['docker.io/a/b:1'],
    ],
    [
      'a CronJob',
      object('batch/v1', 'CronJob', {
        spec: { jobTemplate: { spec: { template: pod('a/b:1') } } },
      }),
      ['docker.io/a/b:1'],
    ],
    [
      'containers of every sort, and an image volume',
      object('v1', 'Pod', {
        spec: {
          containers: [{ image: `a/b@${DIGEST}` }],
          initContainers: [{ image: 'a/init:1' }],
          ephemeralContainers: [{ image: 'a/debug:1' }],
          volumes: [{ image: { reference: 'a/volume:1' } }],
        },
      }),
      [
        `docker.io/a/b@${DIGEST}`,
        'docker.io/a/debug:1',
        'docker.io/a/init:1',
        'docker.io/a/volume:1',
      ],
    ],
    [
      'a list of objects',
      object('v1', 'List', { items: [object('v1', 'Pod', pod('a/b:1'))] }),
      ['docker.io/a/b:1'],
    ],
    [
      'a custom resource',
      object('monitoring.coreos.com/v1', 'Prometheus', {
        spec: {
          image: 'quay.io/prometheus/prometheus:v3',
          containers: [{ image: 'a/side:1' }],
          logo: { image: 'https://acme.dev/logo.png' },
        },
      }),
      ['docker.io/a/side:1', 'quay.io/prometheus/prometheus:v3'],
    ],
    [
      'text that only looks like one',
      object('v1', 'ConfigMap', { data: { image: 'a/b:1' } }),
      [],
    ],
    [
      'a definition of custom resources',
      object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
        spec: { properties: { image: { type: 'string', example: 'a/b:1' } } },
      }),
      [],
    ],
    ['nothing', null, []],
    ['text', 'image: a', []],
    ['a list', [object('v1', 'Pod', pod('a/b:1'))], []],
  ])('%s', (_, document, images) => {
    const list = readAll(document);
    expect(brief(list)).toEqual(images);
    expect(list).toMatchObject({ problem: null, cut: false });
  });

  it('tells each once, with who holds it, at most 20 of them', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({
      ...object('v1', 'Pod', pod('a/b:1')),
      metadata: { name: `pod-${at}\u202e` },
    }));
    const [image, ...others] = readAll(...many).items;
    expect(others).toEqual([]);
    expect(image.usedBy).toHaveLength(20);
    expect(image.usedBy[0]).toBe('Pod/pod-0');
  });

  it.each<[string, unknown, RegExp]>([
    [
      'an image that is none',
      object('v1', 'Pod', pod('{{ image }}')),
      /^Pod\/it names an image that is no reference\.$/,
    ],
    [
      'a container without one',
      object('v1', 'Pod', pod(undefined)),
      /^A container of Pod\/it names no image\.$/,
    ],
    [
      'more than is looked into',
      object('v1', 'Pod', { spec: Array.from({ length: 250_000 }, () => []) }),
      /more in its manifests/,
    ],
  ])('says that there may be more: %s', (_, document, problem) => {
    expect(readAll(document).problem).toMatch(problem);
  });

  it('keeps at most 200, and says so', () => {
    const images = Array.from({ length: 300 }, (_, at) => ({
      image: `a/b:${at}`,
    }));
    const list = readAll(object('v1', 'Pod', { spec: { containers: images } }));
    expect(list.items).toHaveLength(200);
    expect(list.cut).toBe(true);
  });

  it('holds whatever is in a document, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, image) => {
        const list = readAll(
          value,
          object('v1', 'Pod', { data: value, ...pod(image) }),
        );
        expect(list.items.length <= 1 || list.items.length <= 200).toBe(true);
        // Whatever a container is said to run is listed, or told to be missing.
        expect(list.items.length > 0 || list.problem !== null).toBe(true);
      }),
    );
  });
});

describe('images of default values', () => {
  it.each<[string, unknown, string[]]>([
    [
      'as most charts write it',
      { image: { repository: 'ghcr.io/acme/app', tag: '1.2' } },
      ['ghcr.io/acme/app:1.2'],
    ],
    [
      'with a registry of its own, and a digest',
      {
        image: {
          registry: 'ghcr.io',
          repository: 'acme/app',
          tag: 1,
          digest: DIGEST,
        },
      },
      [`ghcr.io/acme/app:1@${DIGEST}`],
    ],
    ['as text', { image: 'acme/app:1' }, ['docker.io/acme/app:1']],
    [
      'under another name, somewhere below',
      { sidecar: { proxyImage: { repository: 'acme/proxy', tag: 'v1' } } },
      ['docker.io/acme/proxy:v1'],
    ],
    [
      'without a tag, which the template fills in',
      { image: { repository: 'acme/app', tag: '' } },
      ['docker.io/acme/app'],
    ],
    [
      'with a number that YAML took apart',
      { image: { repository: 'acme/app', tag: 1.1 } },
      ['docker.io/acme/app'],
    ],
    [
      'not enabled',
      { metrics: { enabled: false, image: { repository: 'a/b', tag: '1' } } },
      [],
    ],
    ['a bare word', { image: 'centos', diskImage: 'big' }, []],
    ['a template', { image: '{{ .Values.a }}/b:1' }, []],
    ['no values', null, []],
    ['another key', { images: { repository: 'a/b', tag: '1' } }, []],
  ])('%s', (_, values, images) => {
    const list = readValuesImages(values);
    expect(brief(list)).toEqual(images);
    expect(list.problem).toMatch(/templates may deploy others/);
  });

  it('leaves out what a registry for all images may move', () => {
    const list = readValuesImages({
      global: { imageRegistry: 'mirror.acme.dev' },
      a: { image: { repository: 'acme/app', tag: '1' } },
      b: { image: { registry: 'ghcr.io', repository: 'acme/b', tag: '1' } },
      c: { image: { repository: 'quay.io/acme/c', tag: '1' } },
    });
    expect(brief(list)).toEqual(['ghcr.io/acme/b:1', 'quay.io/acme/c:1']);
    expect(list.problem).toMatch(/set a registry for all images/);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const list = readValuesImages({ image: value, global: value });
        expect(list.problem).not.toBeNull();
      }),
    );
  });
});

describe('images that a list names', () => {
  const named = [
    { reference: 'payments:1' },
    { reference: 'ghcr.io/acme/app:1', digest: DIGEST },
  ];
  it('takes short names as Docker does, for an annotation', () => {
    const list = readNamedImages(named, { hosted: false });
    expect(brief(list)).toEqual([
      'docker.io/library/payments:1',
      `ghcr.io/acme/app:1@${DIGEST}`,
    ]);
    expect(list.problem).toBeNull();
  });
  it('does not, for an SBOM, whose tool may know no more', () => {
    const list = readNamedImages(named, { hosted: true });
    expect(brief(list)).toEqual([`ghcr.io/acme/app:1@${DIGEST}`]);
    expect(list.problem).toMatch(/without saying where it is/);
  });
});

describe('chooseImages', () => {
  const list = (name: string): ImageList => ({
    items: [{ written: name, name, tag: '1', digest: null, usedBy: [] }],
    problem: null,
    cut: false,
  });
  const empty: ImageList = { items: [], problem: null, cut: false };
  const nothing: ImageSources = {
    rendered: null,
    notRendered: null,
    sbom: null,
    annotation: null,
    values: null,
  };
  it.each<[string, Partial<ImageSources>, object]>([
    [
      'what was rendered, before all else',
      { rendered: list('a'), sbom: list('b') },
      {
        from: 'rendered',
        values: 'the chart’s own values.yaml',
        problem: null,
      },
    ],
    [
      'a chart that deploys none',
      { rendered: empty, annotation: list('b') },
      { from: 'rendered', items: [], problem: null },
    ],
    [
      'the SBOM',
      { sbom: list('b'), annotation: list('c') },
      { from: 'sbom', problem: null },
    ],
    [
      'the annotation, where the SBOM names none, with why it was not rendered',
      { sbom: empty, annotation: list('c'), notRendered: 'helm failed.' },
      {
        from: 'annotation',
        values: null,
        problem: expect.stringMatching(/^helm failed\. Read off an annotation/),
      },
    ],
    ['the values', { values: list('d') }, { from: 'values' }],
    ['nothing', {}, { from: null, problem: expect.stringMatching(/^Nothing/) }],
    [
      'nothing, and why',
      { notRendered: 'helm failed.', values: empty },
      { from: null, problem: 'helm failed.' },
    ],
  ])('%s', (_, sources, chosen) => {
    expect(chooseImages({ ...nothing, ...sources })).toMatchObject(chosen);
  });
});
