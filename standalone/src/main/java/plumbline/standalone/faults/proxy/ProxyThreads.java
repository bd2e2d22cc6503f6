package plumbline.standalone.faults.proxy;

import java.io.IOException;

/** The threads of a proxy end with their connections. */
final class ProxyThreads {
    private ProxyThreads() {}

    interface Work {
        void run() throws IOException;
    }

    static Thread start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The connection was cut or the proxy closed.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
