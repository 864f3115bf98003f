import { hasErrors } from '../diagnostic/diagnostic.js';
import { TYPE_ABBREVIATIONS } from '../profile/type-abbreviations.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { findKind } from './find-kind.js';
import type { ExitCode } from './io.js';
import { folderPath } from './output-plan.js';
import type { KindFile, PressKind } from './press.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';
import { usageError } from './usage-error.js';

/** Where new kinds go when `-o` does not say. */
const DEFAULT_FOLDER = 'mau-van-ban';
/** How a sample says that it is made into a paper; a kind of the user's own is found only where its folder is named. */
const RENDER = /thethuc render tên-tệp\.yaml/;

/**
 * `thethuc new-kind TÊN [--from MẪU] [-o THƯ MỤC]`: a folder for a kind of paper of the user's own, copied from the kind that
 * `--from` names or whose name is nearest. Never overwrites.
 */
export async function runNewKind(run: Run): Promise<ExitCode> {
  const { line, press, reporter, io } = run;
  const name = (line.operands[0] ?? '').trim();
  const slug = foldKey(name).replaceAll('_', '-');
  if (slug === '') {
    reporter.add([
      usageError('kind-name', `Tên "${name}" không có chữ nào`, 'Ghi như: thethuc new-kind "Thông báo"'),
    ]);
    return 2;
  }
  const kinds = await press.kinds(line.values.templates);
  reporter.add(kinds.diagnostics);
  if (!kinds.value || hasErrors(kinds.diagnostics)) return 2;
  const known = kinds.value.find(
    (kind) =>
      kind.slug === slug || [kind.name, ...kind.aliases].some((known) => foldKey(known) === foldKey(name)),
  );
  if (known) {
    const hint = `Đặt tên khác, hoặc dùng ngay mẫu có sẵn: thethuc new ${known.slug}`;
    reporter.add([usageError('kind-exists', `Đã có mẫu văn bản tên là "${known.name}"`, hint)]);
    return 2;
  }
  const asked = line.values.from;
  const from = asked === undefined ? nearestKind(name, kinds.value) : findKind(asked, kinds.value);
  reporter.add(from.diagnostics);
  if (!from.value) return 2;

  const folder = io.path.join(folderPath(line.values.output ?? DEFAULT_FOLDER, io), slug);
  const taken = await press.host.listFolder(folder);
  if (taken && taken.length > 0) {
    const message = `Đã có thư mục "${shownPath(folder, io)}", chương trình không ghi đè lên`;
    reporter.add([
      usageError('file-exists', message, 'Ghi thư mục khác sau -o, hoặc tự xóa thư mục cũ trước'),
    ]);
    return 2;
  }
  const source = from.value;
  const parent = shownPath(io.path.dirname(folder), io) || '.';
  const shown = /\s/.test(parent) ? `"${parent}"` : parent;
  const files = renameAll(await press.kindFiles(source), source, name, shown);
  await press.host.writeFiles(
    files.map((file) => ({
      path: io.path.join(folder, file.name),
      bytes: new TextEncoder().encode(file.text),
    })),
  );
  for (const file of files) io.stdout(`${shownPath(io.path.join(folder, file.name), io)}\n`);
  sayHowToGoOn(run, source, slug, shown);
  return 0;
}

/**
 * The kind whose name begins as the new one's does, by most words: a name of paper stands first ("Kế hoạch giao ban"), and a
 * syllable further in means nothing ("Thông báo" is no "Đề cương báo cáo"). The plain plan where none begins so.
 */
function nearestKind(name: string, kinds: readonly PressKind[]): ReturnType<typeof findKind> {
  const words = foldKey(name).split('_');
  const shared = (kind: PressKind): number => {
    const others = foldKey(kind.name).split('_');
    const differs = words.findIndex((word, index) => word !== others[index]);
    return differs < 0 ? words.length : differs;
  };
  const plain = kinds.find((kind) => kind.slug === 'plan') ?? kinds[0];
  const best = kinds.reduce<PressKind | undefined>(
    (far, kind) => (far === undefined || shared(kind) > shared(far) ? kind : far),
    plain,
  );
  return best ? { value: best, diagnostics: [] } : findKind(name, kinds);
}

/** The copied files under the new kind's name: its own name, the printed title, the symbol, and the sample's kind. */
function renameAll(
  files: readonly KindFile[],
  source: PressKind,
  name: string,
  shown: string,
): readonly KindFile[] {
  const definition = files.find((file) => file.name === 'kind.yaml')?.text ?? '';
  const old = /^abbreviation:\s*(\S+)\s*$/m.exec(definition)?.[1];
  return files.map((file) => {
    switch (file.name) {
      case 'kind.yaml':
        return { ...file, text: renamedDefinition(file.text, name) };
      case 'template.hbs':
        return { ...file, text: file.text.replace(/^\s*\{\{!--[\s\S]*?--\}\}\s*\n/, '') };
      case 'sample.yaml':
        return {
          ...file,
          text: renamedSample(file.text, source, name, old).replace(RENDER, `$& --templates ${shown}`),
        };
      default:
        return file;
    }
  });
}

/** The sample says which kind it is of, and carries the kind's abbreviation in its symbols. */
function renamedSample(text: string, source: PressKind, name: string, old: string | undefined): string {
  const abbreviation = abbreviationOf(name);
  const lines = text.split('\n').flatMap((line) => {
    if (line.startsWith('# yaml-language-server:')) return [];
    const [key = ''] = line.split(':');
    // Further in stands the kind of a paper of a dossier.
    if (/^loai(_van_ban)?$/.test(foldKey(key)) && !/^[\s-]/.test(line)) return [`${key}: ${name}`];
    if (abbreviation === undefined || old === undefined || !/ký hiệu/i.test(line)) return [line];
    return [line.replaceAll(new RegExp(`(^|[\\s/])${old}-`, 'g'), `$1${abbreviation}-`)];
  });
  return lines.join('\n').replace(`# ${source.name}:`, `# ${name}:`);
}

function renamedDefinition(text: string, name: string): string {
  const set = (within: string, key: string, value: string | undefined): string =>
    value === undefined ? within : within.replace(new RegExp(`^${key}:.*$`, 'm'), `${key}: ${value}`);
  // The other names stay those of the kind that is copied.
  const bare = text.replace(/^(?:#.*\n)+/, '').replace(/^aliases:.*\n/m, '');
  // "Thông báo tuyển dụng" prints THÔNG BÁO; what it is about is its subject.
  const title = (typeOf(name) ?? name).toUpperCase();
  const named = set(set(bare, 'name', yamlText(name)), 'title', yamlText(title));
  return `# Mẫu văn bản: ${name}\n${set(named, 'abbreviation', abbreviationOf(name))}`;
}

/** Signs that mean something in YAML need quotes. */
const yamlText = (text: string): string => (/^[\p{L}\d ,.()-]+$/u.test(text) ? text : JSON.stringify(text));

/** Of "Thông báo tuyển dụng" that of "Thông báo"; undefined where the decree knows none: that of the copied kind stays. */
function abbreviationOf(name: string): string | undefined {
  const type = typeOf(name);
  return type === undefined ? undefined : TYPE_ABBREVIATIONS[type];
}

/** The type of paper of the decree that a name begins with. */
function typeOf(name: string): string | undefined {
  const folded = `${foldKey(name)}_`;
  const types = Object.keys(TYPE_ABBREVIATIONS).filter((type) => folded.startsWith(`${foldKey(type)}_`));
  return types.sort((a, b) => b.length - a.length)[0];
}

function sayHowToGoOn({ reporter }: Run, source: PressKind, slug: string, shown: string): void {
  reporter.note(`Chép từ mẫu "${source.name}" (${source.slug}).`);
  reporter.note('Sửa kind.yaml (các trường), template.hbs (cách in), sample.yaml (biểu mẫu điền sẵn), rồi:');
  reporter.note(`  thethuc kinds --templates ${shown}     kiểm tra các mẫu trong thư mục`);
  reporter.note(`  thethuc new ${slug} --templates ${shown}     tạo biểu mẫu để điền`);
}
