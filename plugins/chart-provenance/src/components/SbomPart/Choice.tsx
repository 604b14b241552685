import { NativeSelect } from '@material-ui/core';
import { useSbomStyles } from './useSbomStyles';

/**
 * One of several, by its value; the empty value is what stands there when nothing is chosen.
 *
 * @internal
 */
export const Choice = ({
  label,
  chosen,
  options,
  narrow = false,
  onChoose,
}: {
  label: string;
  chosen: string;
  options: [value: string, words: string][];
  /** Its options may be much longer than they need to be seen. */
  narrow?: boolean;
  onChoose: (value: string | null) => void;
}) => {
  const classes = useSbomStyles();
  return (
    <NativeSelect
      className={narrow ? classes.narrow : classes.select}
      value={chosen}
      inputProps={{ 'aria-label': label }}
      onChange={event => onChoose(event.target.value || null)}
    >
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </NativeSelect>
  );
};
