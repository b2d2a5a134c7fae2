using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace UnionBot.Benchmarks.Load;

/// <summary>
/// Waits for many sockets on one thread with Linux' ppoll: the load generator shares the machine with what it
/// measures, and the runtime's own socket engine would cost it several times as much.
/// </summary>
internal sealed class Poller(int count)
{
    private const short Input = 0x001;
    private const short Output = 0x004;
    private const int Interrupted = 4;

    private readonly Entry[] _entries = new Entry[count];

    public void Watch(int index, int descriptor, bool forOutput) =>
        _entries[index] = new Entry { Descriptor = descriptor, Events = forOutput ? Output : Input };

    /// <summary>A closed descriptor must not be asked for; ppoll skips negative ones.</summary>
    public void Ignore(int index) => _entries[index] = new Entry { Descriptor = -1 };

    public bool IsReady(int index) => _entries[index].Ready != 0;

    /// <summary>Returns when a socket is ready or the time is over, at once when it is not positive.</summary>
    public void Wait(TimeSpan longest)
    {
        var ticks = Math.Max(0, longest.Ticks);
        var timeout = new Timespan
        {
            Seconds = ticks / TimeSpan.TicksPerSecond,
            Nanoseconds = ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick,
        };
        var ready = Native.WaitForSockets(_entries, (nuint)_entries.Length, in timeout, 0);
        if (ready >= 0) return;

        Debug.Assert(ready == -1);
        var error = Marshal.GetLastPInvokeError();
        if (error != Interrupted) throw new Win32Exception(error);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int Descriptor;
        public short Events;
        public short Ready;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespan
    {
        public long Seconds;
        public long Nanoseconds;
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "ppoll", SetLastError = true)]
        public static extern int WaitForSockets([In, Out] Entry[] entries, nuint count, in Timespan timeout, nint signals);
    }
}
