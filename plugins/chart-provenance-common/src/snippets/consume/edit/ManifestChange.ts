import type { SnippetConsumer, SnippetInput } from '../../types';
import type { ChartPin } from '../facts';
import { TextEdit } from './TextEdit';

/** What a consumer's manifest is to become. */
export interface ManifestChange {
  edits: TextEdit[];
  /** What to know of it, one sentence each. */
  notes: string[];
}

/** What a change is made from. */
export interface ChangeInput {
  consumer: SnippetConsumer;
  input: SnippetInput;
  pin: ChartPin;
}

/** Makes the change for one consumer. @throws EditError when it is not made, with the reason */
export type ChangeMaker = (change: ChangeInput) => ManifestChange;
