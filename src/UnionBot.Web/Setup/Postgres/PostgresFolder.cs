using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>Where the private server keeps what it needs, below the data directory.</summary>
internal sealed class PostgresFolder(string dataDirectory)
{
    /// <summary>Linux takes 107 bytes for a socket's path; its file's name needs 16 of them.</summary>
    private const int LongestSocketFolder = 90;

    private const int Busy = 11;    // EAGAIN, as flock answers it

    public string Home { get; } = Path.Combine(dataDirectory, "postgres");

    public string Data => Path.Combine(Home, "data");

    /// <summary>Where initdb works until it is through; a first start that was cut short leaves no half server.</summary>
    public string UnfinishedData => Path.Combine(Home, "data.new");

    public string Sockets => Path.Combine(Home, "run");

    public string Logs => Path.Combine(Home, "logs");

    /// <summary>What the server said before its own log was open, in its latest start.</summary>
    public string StartLog => Path.Combine(Home, "start.log");

    public string PasswordFile => Path.Combine(Home, "password");

    public bool IsInitialised => File.Exists(Path.Combine(Data, "PG_VERSION"));

    public bool UsesSockets => Encoding.UTF8.GetByteCount(Sockets) <= LongestSocketFolder;

    private string PortFile => Path.Combine(Home, "port");

    /// <summary>The version that made the data; null before the first start.</summary>
    public int? Major => IsInitialised
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
        : null;

    public string Password => File.ReadAllText(PasswordFile).Trim();

    public int Port => UsesSockets ? 5432 : int.Parse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture);

    /// <summary>Makes the folders that are missing.</summary>
    /// <exception cref="SetupException">There is no right to.</exception>
    public void Create()
    {
        try
        {
            Directory.CreateDirectory(dataDirectory);
            foreach (var folder in (string[])[Home, Sockets, Logs]) PrivateFiles.CreateFolder(folder);
            if (File.Exists(PasswordFile)) return;

            PrivateFiles.Write(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(24)));
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw NoRight(failure);
        }
    }

    /// <summary>The right to start and stop the server, held until it is disposed or this process ends.</summary>
    /// <returns>Null while another process holds it.</returns>
    public FileStream? TryLock()
    {
        try
        {
            Directory.CreateDirectory(dataDirectory);
            return new FileStream(
                Path.Combine(dataDirectory, "postgres.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure) when (failure.HResult == Busy)
        {
            return null;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw NoRight(failure);
        }
    }

    /// <summary>Keeps the port of the last start, so that clients find the server again, unless someone else took it.</summary>
    public void ChoosePort()
    {
        if (UsesSockets || (File.Exists(PortFile) && IsFree(Port))) return;

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        File.WriteAllText(PortFile, ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
    }

    private SetupException NoRight(Exception failure) => new(
        $"The data directory {dataDirectory} cannot be used: {failure.Message} " +
        "Run as the user it belongs to, or choose another Data:Directory.", failure);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
