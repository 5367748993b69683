package dev.understudy.ui.editor.file;

import dev.understudy.ui.editor.session.FileShelf;

/// A name for a file whose own is taken: `menu.pdf` becomes `menu (2).pdf`.
final class FreeName {

    private FreeName() {}

    static String beside(String path, FileShelf shelf) {
        int number = 2;
        while (shelf.find(numbered(path, number)).isPresent()) {
            number++;
        }
        return numbered(path, number);
    }

    static String numbered(String path, int number) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        int end = dot <= name ? path.length() : dot;
        return path.substring(0, end) + " (" + number + ")" + path.substring(end);
    }
}
