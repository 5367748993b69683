package dev.understudy.mock.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// A form with one file in it, as the bodies of callbacks have it.
public final class FilePart {

    private final String contentType;
    private final byte[] body;

    private FilePart(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    public static FilePart of(byte[] file, RandomGenerator random) {
        String boundary = "----formdata-" + Long.toUnsignedString(random.nextLong(), 36);
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 256);
        body.writeBytes(ascii("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"blob\""
                + "\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        return new FilePart("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
