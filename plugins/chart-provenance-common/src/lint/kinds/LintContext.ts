import { Report } from '../rules/Report';
import { CommandSetting } from '../rules/CommandSetting';
import { Span } from '../text';

/** What all readers of one text share. */
export interface LintContext {
  source: string;
  /** The file's name, without folders; empty when it is not known. */
  name: string;
  report: Report;
  /** What could not be read, and where. */
  unread: { at: Span; why: string }[];
  setting: CommandSetting;
}
