import {
  LintReport,
  LintRequest,
} from 'backstage-plugin-chart-provenance-common';

/** What the thread is sent. */
export interface Asked {
  id: number;
  request: LintRequest;
}

/** What the thread sends: that it is there, then an answer for each text. */
export type Told =
  | { type: 'ready' }
  | { type: 'answer'; id: number; report: LintReport };
