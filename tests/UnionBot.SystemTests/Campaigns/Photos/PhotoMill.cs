using System.Globalization;
using UnionBot.Services.Campaigns.Photos;

namespace UnionBot.SystemTests.Campaigns.Photos;

/// <summary>
/// Invents pictures, the same for the same number: clouds, slopes of colour with shapes, shapes on clouds, and signed slips on a table; and makes copies of
/// them as phones and chats do.
/// </summary>
internal static class PhotoMill
{
    /// <summary>What is done to a picture before it is sent again, by name.</summary>
    public static IReadOnlyDictionary<string, string[]> Copies { get; } = new Dictionary<string, string[]>
    {
        ["quality 30"] = ["-quality", "30"],
        ["half the size"] = ["-resize", "50%", "-quality", "60"],
        ["a third of the size"] = ["-resize", "33%", "-quality", "75"],
        ["2 % cut off each side"] = ["-gravity", "center", "-crop", "96x96%+0+0", "+repage", "-quality", "80"],
        ["4 % cut off each side"] = ["-gravity", "center", "-crop", "92x92%+0+0", "+repage", "-quality", "80"],
        ["18 % brighter"] = ["-modulate", "118", "-quality", "80"],
        ["18 % darker"] = ["-modulate", "82", "-quality", "80"],
        ["more contrast"] = ["-brightness-contrast", "0x15", "-quality", "80"],
        ["a mark in the corner"] =
            ["-fill", "white", "-draw", "rectangle 20,20 420,70", "-fill", "black", "-draw", "rectangle 40,40 380,50", "-quality", "80"],
    };

    /// <param name="type">As the program names it.</param>
    public static Task<byte[]> MakeAsync(int number, string type = "jpeg") =>
        RunAsync([.. Scene(number), "-quality", "90", $"{type}:-"], default);

    public static Task<byte[]> CopyAsync(byte[] picture, string copy) => RunAsync(["jpeg:-", .. Copies[copy], "jpeg:-"], picture);

    public static async Task<byte[]> RunAsync(IEnumerable<string> arguments, ReadOnlyMemory<byte> input)
    {
        using var folder = new PrivateFolder();
        var run = new ToolRun(new PhotoRules { MostMegabytes = 1024 }, "/usr/bin/convert");
        return await run.RunAsync(arguments, input, folder.Path, CancellationToken.None) ?? throw new InvalidOperationException("ImageMagick made no picture.");
    }

    private static List<string> Scene(int number)
    {
        var random = new Random(number);
        var (width, height) = random.Next(2) == 0 ? (1440, 1080) : (1080, 1440);
        var canvas = (number % 4) switch
        {
            0 => "plasma:fractal",
            1 => $"gradient:{Colour(random)}-{Colour(random)}",
            2 => "plasma:gray30-gray70",
            _ => $"xc:{Colour(random)}",
        };
        List<string> scene = ["-seed", Text(number), "-size", $"{width}x{height}", canvas];
        if (number % 4 is 1 or 2) AddShapes(scene, random, width, height);
        if (number % 4 is 3) AddSlip(scene, random, width, height);
        return scene;
    }

    private static void AddShapes(List<string> scene, Random random, int width, int height)
    {
        for (var shapes = random.Next(4, 10); shapes > 0; shapes--)
        {
            var (x, y, x2, y2) = (random.Next(width), random.Next(height), random.Next(width), random.Next(height));
            scene.AddRange(["-fill", Colour(random), "-draw", random.Next(3) switch
            {
                0 => $"rectangle {Math.Min(x, x2)},{Math.Min(y, y2)} {Math.Max(x, x2)},{Math.Max(y, y2)}",
                1 => $"circle {x},{y} {x},{y + random.Next(40, 300)}",
                _ => $"polygon {x},{y} {x2},{y2} {random.Next(width)},{random.Next(height)}",
            }]);
        }
    }

    private static void AddSlip(List<string> scene, Random random, int width, int height)
    {
        var (left, top) = (random.Next(40, width / 4), random.Next(40, height / 4));
        scene.AddRange(["-fill", "gray95", "-draw", $"rectangle {left},{top} {width - random.Next(40, width / 4)},{height - random.Next(40, height / 4)}", "-fill", "gray15"]);
        for (var line = top + 40; line < height * 7 / 10; line += random.Next(30, 80))
            scene.AddRange(["-draw", $"rectangle {left + 40},{line} {left + 40 + random.Next(width / 6, width / 2)},{line + 12}"]);

        var strokes = Enumerable.Range(0, 12).Select(i => $"{left + 60 + (i * 15)},{(height * 7 / 10) + random.Next(-40, 40)}");
        scene.AddRange(["-fill", "none", "-stroke", "blue", "-strokewidth", "5", "-draw", $"polyline {string.Join(' ', strokes)}"]);
    }

    private static string Colour(Random random) => $"rgb({random.Next(256)},{random.Next(256)},{random.Next(256)})";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
