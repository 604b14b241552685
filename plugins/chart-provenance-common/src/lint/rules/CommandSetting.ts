/** What else of the text matters for a command. */
export interface CommandSetting {
  /** Version of Helm that is set up, as written; undefined when nothing says so. */
  helm?: string;
  /** `$` is not the shell's here, so nothing with one can be written. */
  isMakefile?: boolean;
}
