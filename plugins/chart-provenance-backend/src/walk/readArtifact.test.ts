import { OrasError } from 'chart-provenance-oras';
import { cosign2Repository, taggedBy2 } from '../__testUtils__/cosign2';
import { ChartRepository } from './__testUtils__/ChartRepository';
import { readArtifact } from './readArtifact';

const INDEX = 'application/vnd.oci.image.index.v1+json';

describe('readArtifact', () => {
  it('reads what is attached to an index, and nothing below it', async () => {
    const repository = new ChartRepository();
    const inner = await repository.chart('1.0.0', { tag: null });
    const index = await repository.putJson(INDEX, {
      ...{ schemaVersion: 2, mediaType: INDEX, manifests: [inner] },
    });
    const signature = await repository.attachBundle(index);
    await repository.attachBundle(inner);
    const reading = await readArtifact(repository.store, index.digest, {});
    expect(reading).toMatchObject({
      digest: index.digest,
      ...{ listed: true, complete: true, problems: [] },
    });
    expect(reading.evidence.map(({ evidence }) => evidence.digest)).toEqual([
      signature.digest,
    ]);
  });

  it('reads what cosign 2 attached by a tag, without listing tags', async () => {
    const store = await cosign2Repository('keyed');
    const tags = jest.spyOn(store, 'tags');
    const reading = await readArtifact(store, '1.0.0', {});
    expect(reading).toMatchObject({
      digest: taggedBy2('keyed'),
      complete: true,
    });
    expect(reading.evidence.map(({ evidence }) => evidence.format)).toContain(
      'cosign-legacy',
    );
    expect(tags).not.toHaveBeenCalled();
  });

  it('knows nothing where the registry fails, and says why', async () => {
    const { store } = new ChartRepository();
    expect(await readArtifact(store, 'gone', {})).toMatchObject({
      ...{ digest: null, listed: false, complete: false, evidence: [] },
      problems: [{ code: 'registry-misbehaved', at: 'gone' }],
    });
    const repository = new ChartRepository();
    const image = await repository.chart('1.0.0');
    jest.spyOn(repository.store, 'referrers').mockImplementation(() => {
      throw new OrasError('unavailable', 'Later');
    });
    expect(
      await readArtifact(repository.store, image.digest, {}),
    ).toMatchObject({
      ...{ digest: image.digest, listed: false, complete: false },
      problems: [{ code: 'registry-unreachable' }],
    });
  });

  it('ends with whoever asked', async () => {
    const { store } = new ChartRepository();
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(readArtifact(store, '1', { signal })).rejects.toThrow(
      'stopped',
    );
  });
});
