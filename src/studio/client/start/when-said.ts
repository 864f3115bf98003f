/** When something was worked on, as one says it now: "hôm nay 14:05", "hôm qua 9:30", "12/9", "12/9/2024". Of this machine's clock. */
export function whenSaid(changed: number, now: number): string {
  const [then, today] = [new Date(changed), new Date(now)];
  const hour = `${then.getHours()}:${String(then.getMinutes()).padStart(2, '0')}`;
  if (isSameDay(then, today)) return `hôm nay ${hour}`;
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (isSameDay(then, yesterday)) return `hôm qua ${hour}`;
  const day = `${then.getDate()}/${then.getMonth() + 1}`;
  return then.getFullYear() === today.getFullYear() ? day : `${day}/${then.getFullYear()}`;
}

const isSameDay = (one: Date, other: Date): boolean =>
  one.getFullYear() === other.getFullYear() &&
  one.getMonth() === other.getMonth() &&
  one.getDate() === other.getDate();
