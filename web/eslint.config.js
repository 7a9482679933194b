// SPDX-License-Identifier: GPL-3.0-or-later
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
	{ ignores: ["src/api/schema.d.ts"] },
	{
		files: ["src/**/*.{ts,tsx}"],
		extends: [tseslint.configs.strictTypeChecked],
		plugins: { "react-hooks": hooks },
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			"react-hooks/rules-of-hooks": "error",
			"react-hooks/exhaustive-deps": "error",
			"@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
			"@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
			"@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
			"@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: "test" }] }],
			"max-lines": ["error", 400],
			// markup of others is never put into the page as markup
			"no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" }],
			"no-restricted-syntax": ["error", { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "text goes in as text" }],
			"no-restricted-globals": ["error", { name: "fetch", message: "use src/api/client.ts" }, { name: "EventSource", message: "use src/api/events.ts" }],
		},
	},
);
