import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';

const LOCAL_PART = 'yyyy-mm-ddThh:mm'.length;

/**
 * Date and time of an ISO 8601 text as they stood on the clock there, such as `22 November 2026, 13:00`. The offset is
 * left out of it, so the result does not depend on where it is read. What is no date comes back as it is.
 */
export function dateText(iso: string): string {
  const date = parseISO(iso.slice(0, LOCAL_PART));
  return isValid(date) ? format(date, 'd MMMM yyyy, HH:mm') : iso;
}
