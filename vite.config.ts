import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Plugin, type UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

/**
 * Components that no page shows at first, by their Java class. Vaadin would load them with every page that may come to
 * show them; so they come with the first message that has one.
 */
const RARE = {
  'com.vaadin.flow.component.combobox.ComboBox': [
    '@vaadin/combo-box/src/vaadin-combo-box.js',
    '@vaadin/combo-box/src/vaadin-combo-box-placeholder.js',
    '@vaadin/multi-select-combo-box/src/vaadin-multi-select-combo-box.js',
    'Frontend/generated/jar-resources/comboBoxConnector.js'
  ],
  'com.vaadin.flow.component.dialog.Dialog': ['@vaadin/dialog/src/vaadin-dialog.js'],
  'com.vaadin.flow.component.upload.UploadButton': ['@vaadin/upload/src/vaadin-upload-button.js'],
  'com.vaadin.flow.component.upload.UploadDropZone': ['@vaadin/upload/src/vaadin-upload-drop-zone.js'],
  'com.vaadin.flow.component.upload.UploadFileList': ['@vaadin/upload/src/vaadin-upload-file-list.js'],
  'com.vaadin.flow.component.upload.UploadManager$Connector': [
    '@vaadin/upload/vaadin-upload-manager.js',
    '@vaadin/upload/src/vaadin-upload.js',
    'Frontend/generated/jar-resources/vaadin-upload-manager-connector.ts'
  ]
};

function rareComponents(): Plugin {
  const rare = Object.values(RARE).flat();
  const loaders = Object.entries(RARE).map(([name, modules]) => {
    const key = createHash('sha256').update(name).digest('hex');
    return `'${key}': () => Promise.all([${modules.map((module) => `import('${module}')`).join(', ')}])`;
  });
  return {
    name: 'rare-components',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/generated/flow/')) return null;
      const rest = code.replace(/^import '(.+)';$/gm, (line, module) => (rare.includes(module) ? '' : line));
      if (!id.endsWith('/generated-flow-imports.js')) return rest;
      return `${rest}
        const rare = { ${loaders.join(', ')} };
        window.Vaadin.Flow.loadOnDemand = (key) => Promise.all([loadOnDemand(key), rare[key]?.()]);`;
    }
  };
}

/** Each component that is used has its styles in `lumo.css`. */
function themedComponents(): Plugin {
  const styles = readFileSync('frontend/styles/lumo.css', 'utf8');
  return {
    name: 'themed-components',
    buildEnd() {
      for (const id of this.getModuleIds()) {
        const name = /@vaadin\/[\w-]+\/src\/vaadin-([\w-]+)\.js$/.exec(id)?.[1];
        const sheet = `@vaadin/vaadin-lumo-styles/components/${name}.css`;
        if (name && existsSync(`node_modules/${sheet}`) && !styles.includes(sheet)) {
          this.error(`vaadin-${name} is used: import its styles in frontend/styles/lumo.css`);
        }
      }
    }
  };
}

/** What several pages need comes in two files: many small ones would cost more than they leave out. */
const SHARED = {
  groups: [
    { name: 'vaadin', test: /@vaadin\/(?!upload|progress-bar|dialog|login|email-field|radio-|checkbox-g|markdown)/, minShareCount: 2 },
    { name: 'text', test: /@codemirror\/(state|view|language|autocomplete)|@lezer\/(common|highlight|lr)/ }
  ]
};

const ours: UserConfigFn = () => ({
  build: { rolldownOptions: { output: { codeSplitting: SHARED } } },
  plugins: [rareComponents(), themedComponents()]
});

export default overrideVaadinConfig(ours);
