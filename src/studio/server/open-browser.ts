import { spawn } from 'node:child_process';

/** The program of each system that opens an address, with its arguments: no shell reads them. */
export function browserCommand(
  platform: string,
  address: string,
): readonly [program: string, args: readonly string[]] {
  switch (platform) {
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', address]];
    case 'darwin':
      return ['open', [address]];
    default:
      return ['xdg-open', [address]];
  }
}

/** Opens an address in the user's browser, which lives on without this program. False where the system cannot. */
export function openBrowser(address: string, platform: string = process.platform): Promise<boolean> {
  const [program, args] = browserCommand(platform, address);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsHide: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
