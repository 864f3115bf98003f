import { assertNever } from '../base/assert-never.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { templateError } from './errors.js';
import type { RenderableTemplate } from './instantiate-template.js';
import type { Fault, TemplateValue } from './template-value.js';

/**
 * Prints a form as markup. A value that is missing, or is not what the template takes it for, is an error at the place of
 * the template that asks for it; with an error there is no markup.
 */
export function renderTemplate(
  template: RenderableTemplate,
  values: { readonly [key: string]: TemplateValue },
): Outcome<string> {
  const faults: Fault[] = [];
  const value = template.print(values, faults);
  if (faults.length === 0) return { value, diagnostics: [] };
  return { diagnostics: faults.map((fault) => describe(fault, template)) };
}

function describe(fault: Fault, template: RenderableTemplate): Diagnostic {
  const { place, field } = template.sites[fault.site]!;
  const { code, path } = fault;
  switch (code) {
    case 'missing-value':
      return templateError(code, `Mẫu cần giá trị "${path}" mà biểu mẫu không có`, place, [
        `Khai báo trường "${field}" trong kind.yaml, hoặc sửa lại tên trong mẫu`,
      ]);
    case 'not-a-text':
      return templateError(
        code,
        `Mẫu in "${path}" như một dòng chữ, nhưng đó là danh sách hoặc nhóm trường`,
        place,
        [`Dùng {{#each}} cho danh sách, hoặc thêm khóa của trường bên trong, như ${path}.…`],
      );
    case 'not-a-list':
      return templateError(
        code,
        `Mẫu dùng {{#each}} cho "${path}", nhưng đó không phải là danh sách`,
        place,
        [`Khai báo "${field}" là type: list trong kind.yaml, hoặc bỏ {{#each}}`],
      );
    default:
      return assertNever(code);
  }
}
