import { ChartProvenanceConfig } from './config';
import { ImageJudge, ImageReader, ImageRules } from './images';
import { ImageStore } from './store';
import { TrustKeeper } from './trust';
import { EvidenceVerifier } from './verification';

/** What the images of charts are judged by, and told from. */
export interface OpenImages {
  rules: ImageRules;
  judge: ImageJudge;
  reader: ImageReader;
}

/** The operator's word on images, the judge that goes by it, and the reader of what it decided. */
export function openImages(options: {
  config: ChartProvenanceConfig;
  store: { images: ImageStore };
  trustKeeper: TrustKeeper;
  verifier: EvidenceVerifier;
}): OpenImages {
  const { config, store, trustKeeper, verifier } = options;
  const now = () => new Date();
  const rules = new ImageRules(config.images.repositories);
  const judge = new ImageJudge({
    policies: config.policies,
    distrust: config.trust.distrust,
    verifier,
    now,
  });
  const reader = new ImageReader({
    rules,
    judge,
    store: store.images,
    rootsStale: () => trustKeeper.staleRoots(now()),
    now,
  });
  return { rules, judge, reader };
}
