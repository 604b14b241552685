/** A JSON answer of one of the schemas. */
export function answer(description: string, schema: string) {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

const refusal = (description: string) => answer(description, 'Error');

/** What every route may answer instead. */
export const refusals = {
  '400': refusal(
    'A parameter is malformed; the message says which and how it must look',
  ),
  '401': refusal('No credentials'),
  '403': refusal(
    'The entity may be read, but the permission asked for is missing',
  ),
  '404': refusal(
    'There is no such thing, it belongs to another entity, or the caller may not know of it: the three are not told apart',
  ),
};

/** What whoever speaks for a chart may be answered as well. */
export const contested = {
  '409': refusal(
    'Several entities claim the chart, so nobody can speak for it until that is settled',
  ),
};

/** A JSON body of one of the schemas; it must be there. */
export function body(schema: string) {
  return {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}
