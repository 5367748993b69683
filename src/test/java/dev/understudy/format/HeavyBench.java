package dev.understudy.format;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// Prints what reading hostile and large descriptions costs: seconds of processor time, and memory allocated. Further
/// files may be named as arguments.
final class HeavyBench {

    private HeavyBench() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("large", LargeDescription.json().getBytes(StandardCharsets.UTF_8));
        for (String argument : arguments) {
            files.put(argument, Files.readAllBytes(Path.of(argument)));
        }
        HostileFiles.all().forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        System.out.printf("%-28s %10s %8s %8s  %s%n", "file", "bytes", "seconds", "MB", "result");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            measure(file.getKey(), file.getValue());
        }
    }

    private static void measure(String name, byte[] content) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long nanos = threads.getCurrentThreadCpuTime();
        String result;
        try {
            result = switch (EnvironmentImport.read(content, new SplittableRandom(1))) {
                case ImportResult.Imported imported ->
                    imported.environment().nodes().size() + " nodes, "
                            + imported.environment().bytes() + " bytes, "
                            + imported.problems().size() + " problems";
                case ImportResult.Refused refused -> refused.message();
            };
        } catch (OutOfMemoryError | StackOverflowError error) {
            result = error.toString();
        }
        System.out.printf(
                "%-28s %,10d %8.2f %,8d  %s%n",
                name.substring(Math.max(0, name.length() - 28)),
                content.length,
                (threads.getCurrentThreadCpuTime() - nanos) / 1e9,
                (threads.getCurrentThreadAllocatedBytes() - bytes) >> 20,
                result.substring(0, Math.min(110, result.length())));
    }
}
