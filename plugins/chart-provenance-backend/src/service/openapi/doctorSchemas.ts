import {
  array,
  choice,
  integer,
  nullable,
  object,
  ref,
  Schema,
  text,
  time,
} from './schemaParts';

/** Schemas of the doctor's report. */
export const doctorSchemas: Record<string, Schema> = {
  DoctorCheck: object({
    id: text,
    what: text,
    result: choice('ok', 'warning', 'failed', 'unknown'),
    sentence: text,
    next: nullable(text),
    who: nullable(choice('registry-owner', 'operator', 'platform')),
    notes: array(text),
  }),
  DoctorSection: object({
    id: text,
    kind: choice('config', 'registry', 'legacy', 'trust', 'policies'),
    title: text,
    product: nullable(text),
    checks: array(ref('DoctorCheck')),
    notes: array(text),
  }),
  DoctorReport: object({
    startedAt: time,
    finishedAt: time,
    ranIn: choice('backend', 'terminal'),
    counts: object({
      ok: integer,
      warning: integer,
      failed: integer,
      unknown: integer,
    }),
    sections: array(ref('DoctorSection')),
  }),
};
