// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;

/** Takes the place of the channel beneath H2 and lets every write and sync wait, until it is closed. Reading is as fast as ever. */
public final class SlowDisk extends FilePathAsync implements AutoCloseable {
    private static final AtomicLong WRITE = new AtomicLong();
    private static final AtomicLong SYNC = new AtomicLong();
    private static final AtomicLong WRITTEN = new AtomicLong();

    /** H2 makes one for each file that it looks at. */
    public SlowDisk() {}

    /** To be called before the database is opened. */
    static SlowDisk beneath() {
        SlowDisk disk = new SlowDisk();
        disk.fast();
        FilePath.register(disk);
        return disk;
    }

    void slow(long writeMillis, long syncMillis) {
        WRITE.set(writeMillis * 1_000_000);
        SYNC.set(syncMillis * 1_000_000);
    }

    /** How often somebody wrote. */
    long written() {
        return WRITTEN.get();
    }

    /** Whoever waits goes on at once. */
    void fast() {
        slow(0, 0);
    }

    private static void wait(AtomicLong nanos) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < nanos.get()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Slow(super.open(mode));
    }

    @Override
    public void close() {
        fast();
        FilePath.register(new FilePathAsync());
    }

    /** A file on it. */
    private static final class Slow extends FileBase {
        private final FileChannel file;

        Slow(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long at) throws IOException {
            WRITTEN.incrementAndGet();
            SlowDisk.wait(WRITE);
            return file.write(bytes, at);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            WRITTEN.incrementAndGet();
            SlowDisk.wait(WRITE);
            return file.write(bytes);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            SlowDisk.wait(SYNC);
            file.force(metaData);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long at) throws IOException {
            return file.read(bytes, at);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            file.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
