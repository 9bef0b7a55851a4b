package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which file it is, whatever its name: device and number, and who may do what with it. Immutable. */
final class FileIdentity {
    private static final Pattern KEY = Pattern.compile("\\(dev=([0-9a-f]+),ino=(\\d+)\\)");

    private final long device;
    private final long number;
    private final String owner;
    private final String permissions;
    private final boolean isFile;

    private FileIdentity(PosixFileAttributes attributes) throws LiveException {
        // Java shows both numbers in this text alone.
        Matcher key = KEY.matcher(String.valueOf(attributes.fileKey()));
        if (!key.matches()) {
            throw new LiveException("This system does not number its files: " + attributes.fileKey()
                + ". Dump to a folder of Linux or macOS.");
        }
        this.device = Long.parseUnsignedLong(key.group(1), 16);
        this.number = Long.parseUnsignedLong(key.group(2));
        this.owner = attributes.owner().getName();
        this.permissions = PosixFilePermissions.toString(attributes.permissions());
        this.isFile = attributes.isRegularFile();
    }

    static FileIdentity of(PosixFileAttributes attributes) throws LiveException {
        return new FileIdentity(attributes);
    }

    /** Returns what stands at a path, be it a link. */
    static FileIdentity at(Path path) throws IOException {
        return of(Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    /** Returns the number of its device. */
    long device() {
        return device;
    }

    /** Returns its number on the device. */
    long number() {
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileIdentity && ((FileIdentity) other).device == device
            && ((FileIdentity) other).number == number && ((FileIdentity) other).owner.equals(owner)
            && ((FileIdentity) other).permissions.equals(permissions) && ((FileIdentity) other).isFile == isFile;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number * 31 + device);
    }
}
