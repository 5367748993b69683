package dev.understudy.environment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What values a field takes. A value has two forms. The plain one (string, whole number, boolean) is what nodes keep,
/// edits carry and JSON shows; it is immutable and never null: what is `null` in the exchange format is the empty
/// string here. The typed one, `T`, is what a reader of the document works with; they differ for choices alone.
public sealed interface FieldType<T> {

    /// The Java class of plain values.
    Class<?> plainClass();

    /// Why a plain value of the right class can't be taken, as the end of a sentence that starts with the field's name.
    Optional<String> refusal(Object plain);

    /// Whether a plain value of the right class can be what is stored: limits are for what comes from outside.
    default boolean holds(Object plain) {
        return true;
    }

    /// The typed value. Only for plain values that are held.
    T typed(Object plain);

    Object plain(T value);

    /// A string, which several people type into at once: it merges by splices, however long it may be.
    record Text(int maxLength) implements FieldType<String> {

        @Override
        public Optional<String> refusal(Object plain) {
            String value = (String) plain;
            if (value.length() > maxLength) {
                return Optional.of("has %,d characters, and the limit is %,d".formatted(value.length(), maxLength));
            }
            return Texts.flaw(value);
        }

        @Override
        public Class<?> plainClass() {
            return String.class;
        }

        @Override
        public String typed(Object plain) {
            return (String) plain;
        }

        @Override
        public Object plain(String value) {
            return value;
        }
    }

    record Whole(int min, int max) implements FieldType<Integer> {

        @Override
        public Optional<String> refusal(Object plain) {
            int value = (Integer) plain;
            return value < min || value > max
                    ? Optional.of("must be between %d and %d, not %d".formatted(min, max, value))
                    : Optional.empty();
        }

        @Override
        public Class<?> plainClass() {
            return Integer.class;
        }

        @Override
        public Integer typed(Object plain) {
            return (Integer) plain;
        }

        @Override
        public Object plain(Integer value) {
            return value;
        }
    }

    record Flag() implements FieldType<Boolean> {

        @Override
        public Optional<String> refusal(Object plain) {
            return Optional.empty();
        }

        @Override
        public Class<?> plainClass() {
            return Boolean.class;
        }

        @Override
        public Boolean typed(Object plain) {
            return (Boolean) plain;
        }

        @Override
        public Object plain(Boolean value) {
            return value;
        }
    }

    /// One of a few values. With `emptyIsNull` the one whose word is empty is `null` outside.
    record Choice<E extends Choosable>(List<E> values, boolean emptyIsNull) implements FieldType<E> {

        /// The value with that word.
        public Optional<E> find(String word) {
            for (E value : values) {
                if (value.wireName().equals(word)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        }

        /// In their order; without the empty one where that is `null` outside.
        public List<String> words() {
            return values.stream()
                    .map(Choosable::wireName)
                    .filter(word -> !word.isEmpty() || !emptyIsNull)
                    .toList();
        }

        @Override
        public Optional<String> refusal(Object plain) {
            return find((String) plain).isPresent()
                    ? Optional.empty()
                    : Optional.of(words().stream().collect(Collectors.joining(", ", "must be one of ", "")));
        }

        @Override
        public boolean holds(Object plain) {
            return find((String) plain).isPresent();
        }

        @Override
        public Class<?> plainClass() {
            return String.class;
        }

        @Override
        public E typed(Object plain) {
            return find((String) plain).orElseThrow();
        }

        @Override
        public Object plain(E value) {
            return value.wireName();
        }
    }

    /// Where a file is. Unlike a text it is set as a whole.
    record Path() implements FieldType<AssetPath> {

        @Override
        public Optional<String> refusal(Object plain) {
            return AssetPath.flaw((String) plain);
        }

        @Override
        public boolean holds(Object plain) {
            return AssetPath.leadsNowhereElse((String) plain);
        }

        @Override
        public Class<?> plainClass() {
            return String.class;
        }

        @Override
        public AssetPath typed(Object plain) {
            return new AssetPath((String) plain);
        }

        @Override
        public Object plain(AssetPath value) {
            return value.text();
        }
    }

    /// Which content a file has: see [FileContent#text].
    record Content() implements FieldType<FileContent> {

        @Override
        public Optional<String> refusal(Object plain) {
            Optional<FileContent> content = FileContent.parse((String) plain);
            if (content.isEmpty()) {
                return Optional.of("must be the SHA-256 of the content in 64 lower-case hexadecimal digits,"
                        + " a colon, and its size in bytes");
            }
            int size = content.get().size();
            return size <= Limits.MAX_FILE_BYTES
                    ? Optional.empty()
                    : Optional.of("has %,d bytes, and the limit is %,d".formatted(size, Limits.MAX_FILE_BYTES));
        }

        @Override
        public boolean holds(Object plain) {
            return FileContent.parse((String) plain).isPresent();
        }

        @Override
        public Class<?> plainClass() {
            return String.class;
        }

        @Override
        public FileContent typed(Object plain) {
            return FileContent.parse((String) plain).orElseThrow();
        }

        @Override
        public Object plain(FileContent value) {
            return value.text();
        }
    }

    /// Points to another node: to a bucket by its short `id`, to a callback by its node id. Empty: to nothing.
    record Reference(Kind target) implements FieldType<String> {

        private static final Text TEXT = new Text(Limits.MAX_SHORT_TEXT);

        @Override
        public Optional<String> refusal(Object plain) {
            return TEXT.refusal(plain);
        }

        @Override
        public Class<?> plainClass() {
            return String.class;
        }

        @Override
        public String typed(Object plain) {
            return (String) plain;
        }

        @Override
        public Object plain(String value) {
            return value;
        }
    }
}
