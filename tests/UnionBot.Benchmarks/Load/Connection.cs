using System.Net;
using System.Net.Sockets;

namespace UnionBot.Benchmarks.Load;

/// <summary>One kept-alive connection that carries one request at a time and never blocks.</summary>
internal sealed class Connection(IPEndPoint server) : IDisposable
{
    private readonly byte[] _received = new byte[64 * 1024];

    private Socket? _socket;
    private ReadOnlyMemory<byte> _unsent;
    private int _length;

    /// <summary>The number of the request under way; meaningless when there is none.</summary>
    public int Request { get; private set; }

    /// <summary>From when its time counts.</summary>
    public long StartedAt { get; private set; }

    public bool IsBusy { get; private set; }

    public bool IsSending => !_unsent.IsEmpty;

    public int Descriptor => _socket is null ? -1 : (int)_socket.Handle;

    public ReadOnlySpan<byte> Received => _received.AsSpan(0, _length);

    public void Begin(int request, ReadOnlyMemory<byte> bytes, long startedAt)
    {
        _socket ??= Connect();
        (Request, StartedAt, IsBusy, _unsent, _length) = (request, startedAt, true, bytes, 0);
        Send();
    }

    /// <summary>Goes on sending or receiving; ask when the socket is ready.</summary>
    /// <param name="response">When true is returned: the answer, or null when the server closed the connection.</param>
    /// <returns>Whether the request is over.</returns>
    public bool TryFinish(out Response? response)
    {
        response = null;
        if (IsSending) Send();
        if (Receive() is not { } isOpen) return false;

        response = ResponseReader.Read(Received);
        if (response is null && isOpen) return false;

        IsBusy = false;
        _unsent = default;
        if (response is null or { Closes: true }) Close();
        return true;
    }

    public void Dispose() => Close();

    private void Send()
    {
        var sent = _socket!.Send(_unsent.Span, SocketFlags.None, out var error);
        if (error is SocketError.Success) _unsent = _unsent[sent..];
        // A server that refuses a long body stops reading it; what it answered is still to be received.
        else if (error is not SocketError.WouldBlock) _unsent = default;
    }

    /// <returns>Null when there is nothing yet; otherwise whether the connection is still open.</returns>
    private bool? Receive()
    {
        var count = _socket!.Receive(_received.AsSpan(_length), SocketFlags.None, out var error);
        if (error is SocketError.WouldBlock) return null;
        if (error is not SocketError.Success || count == 0) return false;

        _length += count;
        return true;
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(server);
        socket.Blocking = false;
        return socket;
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
