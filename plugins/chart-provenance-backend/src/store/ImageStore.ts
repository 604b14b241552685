import { Reason, Verdict } from 'backstage-plugin-chart-provenance-common';
import {
  ChosenImages,
  ImageList,
  ImageOrigin,
} from 'backstage-plugin-chart-provenance-common/images';
import { ChartRecord, Lease, Reschedule } from './types';

/** What a chart archive gave. Kept, so that no archive is fetched twice. */
export interface ArchiveReading {
  /** Hash of how it was read: with other settings it is read again. */
  settings: string;
  /** ISO. */
  readAt: string;
  rendered: ImageList | null;
  /** Why there is no rendering, one sentence; null where there is one, or none was asked for. */
  notRendered: string | null;
  values: ImageList | null;
  /** It might go better another time: it is read again after a day. */
  mayPass: boolean;
}

/** A chart version whose images matter. */
export interface MatteringVersion {
  digest: string;
  name: string;
  /** As last read; null when never, or when the row cannot be read. */
  archive: ArchiveReading | null;
  /** Images that an SBOM attested by the signer of the verified version names; null where there is none. */
  sbom: ImageList | null;
  /** Images that its Chart.yaml names; null where it names none. */
  annotation: ImageList | null;
}

/** The images of a version, to be kept. */
export interface RecordedImages {
  digest: string;
  archive: ArchiveReading | null;
  chosen: ChosenImages;
}

/** A repository of images that is to be looked at. */
export interface ImageRepository {
  /** `registry/repository` as images name it. */
  name: string;
  /** Host of the registry. */
  host: string;
}

/** What a look at one reference of an image gave. */
export interface ImageLook {
  /** A digest or a tag. */
  reference: string;
  /** What was judged; null when it was never found. */
  digest: string | null;
  verdict: Verdict | null;
  policy: string;
  /** Hash of policy, source, distrust and trust material it was judged by. */
  inputsHash: string | null;
  /** ISO; the last look that read everything; null: there was none. */
  checkedAt: string | null;
  /** ISO. */
  attemptedAt: string;
  /** Why the last look failed; null when it did not. */
  problem: Pick<Reason, 'code' | 'message' | 'side'> | null;
}

/** A version that names an image. */
export interface StoredImageUse {
  chartId: string;
  digest: string;
  version: string;
  from: ImageOrigin;
  written: string;
  pinned: boolean;
}

/** The images of charts, and what is known of them. Nothing here authorises anybody. */
export interface ImageStore {
  /** Adds the work rows of charts (`imagesKey`) and repositories (`imageLooksKey`) that are missing, due now. */
  ensure(work: {
    charts?: readonly { chartId: string; registry: string }[];
    repositories?: readonly ImageRepository[];
  }): Promise<void>;

  /** Makes rows due now: those that look at repositories of images, because what images are judged by has changed; or those of charts as well. */
  makeDue(which: 'looks' | 'all'): Promise<void>;

  /** Keeps how archives are read, over restarts. True when it was read otherwise before, or never. */
  rememberSettings(settings: string): Promise<boolean>;

  /** A chart that is read; undefined for one that is not known, or may not be read any more. */
  readChart(chartId: string): Promise<ChartRecord | undefined>;

  /** The newest tagged versions, and those with one of the digests or versions; at most `limit`, the newest first. */
  versionsThatMatter(
    chartId: string,
    options: {
      newest: number;
      digests: readonly string[];
      versions: readonly string[];
      limit: number;
    },
  ): Promise<MatteringVersion[]>;

  /** One version, whether it matters or not. Undefined when it is not known. */
  version(
    chartId: string,
    digest: string,
  ): Promise<MatteringVersion | undefined>;

  /**
   * Writes what versions of a chart deploy, in one transaction with the release of the lease; repositories that are new get their work.
   *
   * @throws StoreError `lease-lost`
   */
  recordImages(
    chartId: string,
    images: readonly RecordedImages[],
    repositories: readonly ImageRepository[],
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  /** Names of all images that charts name. */
  names(): Promise<string[]>;

  /** The repository that a work row looks at. */
  repositoryOfKey(key: string): Promise<string | undefined>;

  /** Digests and tags by which charts name an image; digests first, at most `limit`. */
  referencesOf(name: string, limit: number): Promise<string[]>;

  /** What is known of some references of an image, or of all. */
  looks(name: string, references?: readonly string[]): Promise<ImageLook[]>;

  /**
   * Writes looks at an image, in one transaction with the release of the lease; what is known of references that no chart has any more goes.
   *
   * @throws StoreError `lease-lost`
   */
  recordLooks(
    name: string,
    looks: readonly ImageLook[],
    lease: Lease,
    next: Reschedule,
  ): Promise<void>;

  /** Takes a row out of the queue, under its lease: there is nothing to do any more. */
  retire(lease: Lease): Promise<void>;

  /** Versions that name an image: part of its name in lower case, or its digest; at most `limit`. */
  uses(query: string, limit: number): Promise<StoredImageUse[]>;
}
