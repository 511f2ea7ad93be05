/** Times as the standards write them. */

const two = (value: number) => String(value).padStart(2, '0');

/** `0001:02:03.45`, as SCORM 1.2 writes how long something took. */
export function timespan(seconds: number): string {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), 9999 * 360_000);
  const whole = Math.floor(hundredths / 100);
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
}

/** `PT1H2M3.45S`, as ISO 8601 does. */
export function duration(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100);
  const whole = Math.floor(hundredths / 100);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = (hundredths % 6000) / 100;
  const parts = [hours ? `${hours}H` : '', minutes ? `${minutes}M` : '', rest ? `${rest}S` : ''];
  return `PT${parts.join('') || '0S'}`;
}

/** `14:03:59`, the time of day where the learner is. */
export function timeOfDay(milliseconds: number): string {
  const time = new Date(milliseconds);
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
